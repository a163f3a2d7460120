import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ITERATIONS = 4096;
const LENGTH = 32;

/** A password nobody has to type: letters and digits that need no escaping in an address. */
export const newPassword = (): string => randomBytes(24).toString('hex');

/**
 * What PostgreSQL keeps of a password (RFC 5803, SCRAM-SHA-256). It is made here so that the password
 * itself is in no statement, and so in no log of the server.
 */
export const verifierOf = (password: string, salt = randomBytes(16)): string => {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, LENGTH, 'sha256');
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  const server = keyOf('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`;
};
