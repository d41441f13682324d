import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";

export type Answer = (path: string, body: string) => string;

/**
 * Answers every HTTPS request of this process from loopback, whoever makes it and wherever it
 * goes: what is measured is the way there and back, without a network.
 */
export async function loopback(answer: Answer): Promise<() => void> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(answer(request.url ?? "/", Buffer.concat(chunks).toString()));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const agent = new http.Agent({ keepAlive: true });
  const rerouted = (options: http.RequestOptions, ...rest: never[]) => {
    const request = http.request({
      ...options, protocol: "http:", hostname: "127.0.0.1", host: "127.0.0.1", port, agent,
    }, ...rest);
    // What no TLS protects is taken for the answer of a proxy.
    request.on("socket", (socket) => Object.assign(socket, { encrypted: true }));
    return request;
  };
  Object.assign(https, { request: rerouted });
  return () => {
    agent.destroy();
    server.close();
  };
}
