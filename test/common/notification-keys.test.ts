import { generateKeyPairSync, sign, type JsonWebKey } from "node:crypto";
import { isKeyset, verdictOn } from "../../common/notifications/google-health-keys";

const BODY = "[{\"data\":{\"healthUserId\":\"1\"}}]";

/** A field of bytes, as protobuf writes it. */
const field = (number: number, bytes: Buffer) =>
  Buffer.concat([Buffer.from([number << 3 | 2, bytes.length]), bytes]);

const bytesOf = (text: string | undefined) => Buffer.from(text ?? "", "base64url");

function message({ x, y }: JsonWebKey, zeros = 1): Buffer {
  const coordinate = (text: string | undefined) =>
    Buffer.concat([Buffer.alloc(zeros), bytesOf(text)]);
  // The version, which is a number, and the parameters come first.
  const rest = [Buffer.from([0x08, 0x00]), field(2, Buffer.from([8, 3, 16, 2, 24, 2]))];
  return Buffer.concat([...rest, field(3, coordinate(x)), field(4, coordinate(y))]);
}

const entry = (keyId: number, value: Buffer | string, status = "ENABLED") => ({
  keyId,
  status,
  outputPrefixType: "TINK",
  keyData: { value: typeof value === "string" ? value : value.toString("base64") },
});

function pair(id: number) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const prefix = Buffer.alloc(5, 1);
  prefix.writeUInt32BE(id, 1);
  const signed = (body: string, digest = "sha256") =>
    Buffer.concat([prefix, sign(digest, Buffer.from(body), privateKey)]).toString("base64");
  return { open: publicKey.export({ format: "jwk" }), signed };
}

const ID = 0xfedcba98;
const one = pair(ID);
const other = pair(7);
const KEYSET = {
  primaryKeyId: ID,
  key: [entry(7, message(other.open)), entry(ID, message(one.open))],
};

describe("a signature of Google's", () => {
  it("is valid by the key that it names, whichever of the keyset that is", () => {
    expect(verdictOn(BODY, one.signed(BODY), KEYSET)).toBe("valid");
    expect(verdictOn(BODY, other.signed(BODY), KEYSET)).toBe("valid");
  });

  it.each([0, 2])("is valid by a key whose numbers have %i zeros before them", (zeros) => {
    const keyset = { key: [entry(ID, message(one.open, zeros))] };
    expect(verdictOn(BODY, one.signed(BODY), keyset)).toBe("valid");
  });

  it.each([
    ["another body", one.signed(`${BODY} `)],
    ["another hash", one.signed(BODY, "sha512")],
    ["no text", ""],
    ["its prefix alone", one.signed(BODY).slice(0, 6)],
    ["another version of the prefix", `B${one.signed(BODY).slice(1)}`],
  ])("is none of %s", (_, signature) => {
    expect(verdictOn(BODY, signature, KEYSET)).toBe("invalid");
  });

  it("may be by a newer key than those that are known", () => {
    expect(verdictOn(BODY, pair(8).signed(BODY), KEYSET)).toBe("unknown key");
  });

  it.each([
    ["withdrawn", entry(ID, message(one.open), "DISABLED")],
    ["no point of the curve", entry(ID, message({ x: one.open.x ?? "", y: one.open.x ?? "" }))],
    ["longer than a key", entry(ID, message({ x: "A".repeat(60), y: one.open.y ?? "" }))],
    ["cut off", entry(ID, message(one.open).subarray(0, 40))],
    ["cut off in a number", entry(ID, Buffer.from([0x80, 0x80]))],
    ["of a kind of field that is no more", entry(ID, Buffer.from([0x13, 0x00]))],
    ["empty", entry(ID, "")],
    ["without a value", { keyId: ID, status: "ENABLED" }],
  ])("is by no known key where that is %s", (_, key) => {
    expect(verdictOn(BODY, one.signed(BODY), { key: [key] })).toBe("unknown key");
    expect(isKeyset({ key: [key] })).toBe(false);
  });
});

it("a keyset has a key at least that can be used", () => {
  expect(isKeyset(KEYSET)).toBe(true);
  for (const none of [{}, { key: [] }, { key: "x" }, null, [], undefined]) {
    expect(isKeyset(none)).toBe(false);
  }
});
