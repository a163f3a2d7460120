import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate and its key, as PEM. */
export interface Vouched {
  readonly cert: string;
  readonly key: string;
}

/** An authority of a test's own, made as the test runs: nobody else trusts it, and it lies nowhere. */
export interface Authority extends Vouched {
  /** A certificate for a machine of that name. */
  readonly vouchFor: (name: string) => Vouched;
}

/** One value of ASN.1, encoded by DER (ITU-T X.690). */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = body.length;
  const bytes = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...bytes]), body]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const hex = (tag: number, bytes: string): Buffer => der(tag, Buffer.from(bytes, 'hex'));
const text = (tag: number, of: string): Buffer => der(tag, Buffer.from(of));
const bits = (bytes: Buffer): Buffer => der(0x03, Buffer.from([0]), bytes);

const ECDSA_WITH_SHA256 = sequence(hex(0x06, '2a8648ce3d040302'));
const commonName = (name: string): Buffer =>
  sequence(der(0x31, sequence(hex(0x06, '550403'), text(0x0c, name))));
const VALID = sequence(text(0x18, '20200101000000Z'), text(0x18, '21200101000000Z'));

const extension = (oid: string, value: Buffer): Buffer =>
  sequence(hex(0x06, oid), der(0x01, Buffer.from([255])), der(0x04, value));
const IS_AUTHORITY = extension('551d13', sequence(der(0x01, Buffer.from([255]))));
const forName = (name: string): Buffer => extension('551d11', sequence(text(0x82, name)));

interface Wanted {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signedBy: KeyObject;
  readonly extension: Buffer;
}

let serial = 1;

/** A certificate (RFC 5280, section 4.1). */
const certificate = ({ subject, issuer, publicKey, signedBy, extension }: Wanted): string => {
  serial += 1;
  const body = sequence(
    der(0xa0, hex(0x02, '02')),
    der(0x02, Buffer.from([serial])),
    ECDSA_WITH_SHA256,
    commonName(issuer),
    VALID,
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  );
  const whole = sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, signedBy)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const pair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

export const anAuthority = (issuer: string): Authority => {
  const own = pair();
  const signed = { issuer, signedBy: own.privateKey };
  return {
    key: pem(own.privateKey),
    cert: certificate({
      ...signed,
      subject: issuer,
      publicKey: own.publicKey,
      extension: IS_AUTHORITY,
    }),
    vouchFor: (name) => {
      const { publicKey, privateKey } = pair();
      const cert = certificate({ ...signed, subject: name, publicKey, extension: forName(name) });
      return { cert, key: pem(privateKey) };
    },
  };
};
