import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** The 5 bytes before a signature: the version of Tink's prefix, and the number of the key. */
function prefix(id: number): Buffer {
  const bytes = Buffer.alloc(5, 1);
  bytes.writeUInt32BE(id, 1);
  return bytes;
}

/** A field of a protobuf message that holds bytes. */
const field = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);

/** SHA-256, the curve P-256, signatures in DER: as varints of the fields 1 to 3. */
const PARAMS = Buffer.from([0x08, 0x03, 0x10, 0x02, 0x18, 0x02]);

/** A coordinate, with a zero before it so that it is no negative number. */
const coordinate = (text = ""): Buffer =>
  Buffer.concat([Buffer.alloc(1), Buffer.from(text, "base64url")]);

interface SigningKey { id: number; open: KeyObject; secret: KeyObject }

function entry({ id, open }: SigningKey): object {
  const { x, y } = open.export({ format: "jwk" });
  const point = [field(3, coordinate(x)), field(4, coordinate(y))];
  return {
    keyData: {
      typeUrl: "type.googleapis.com/google.crypto.tink.EcdsaPublicKey",
      value: Buffer.concat([field(2, PARAMS), ...point]).toString("base64"),
      keyMaterialType: "ASYMMETRIC_PUBLIC",
    },
    status: "ENABLED",
    keyId: id,
    outputPrefixType: "TINK",
  };
}

const FIRST_ID = 1_083_906_037;
const STEP = 2_654_435_761;

/** The keys of notifications; the newest signs, the one before it still counts. */
export class SigningKeys {
  private readonly keys: SigningKey[] = [];

  rotate(): void {
    const { publicKey: open, privateKey: secret } = generateKeyPairSync("ec", {
      namedCurve: "P-256",
    });
    const before = this.keys[0]?.id ?? FIRST_ID;
    this.keys.unshift({ id: (before + STEP) % 2 ** 32, open, secret });
    this.keys.splice(2);
  }

  /** A keyset as Tink writes it. */
  keyset(): object {
    return { primaryKeyId: this.newest().id, key: this.keys.map(entry) };
  }

  sign(body: string): string {
    const { id, secret } = this.newest();
    const signature = sign("sha256", Buffer.from(body), secret);
    return Buffer.concat([prefix(id), signature]).toString("base64");
  }

  /** Made when it is first asked for: most sandboxes notify nobody. */
  private newest(): SigningKey {
    if (this.keys.length === 0) this.rotate();
    const [newest] = this.keys;
    if (!newest) throw new Error("There is no key.");
    return newest;
  }
}
