import { simpleParser } from 'mailparser';

/** Names of messages, as Heed gives them. */
const NAME = /^message-id:\s*<([^<>\s]{1,250})>/im;
const FAILED = /^action:\s*failed\s*$/im;
/** RFC 3463: 5 is for good; 4 may still arrive, and the server goes on trying. */
const FOR_GOOD = /^status:\s*5\./im;

/**
 * The name of a message that a report (RFC 3464) says has failed for good; nothing for any other mail,
 * such as an automatic answer, a delay, or what somebody writes. What else stands in it is not looked at.
 */
export const returnedIn = async (source: Buffer): Promise<string | undefined> => {
  const { attachments } = await simpleParser(source, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  const textOf = (type: RegExp): string =>
    attachments.find(({ contentType }) => type.test(contentType))?.content.toString() ?? '';
  const report = textOf(/^message\/delivery-status$/);
  if (!FAILED.test(report) || !FOR_GOOD.test(report)) return undefined;
  return NAME.exec(textOf(/^(message\/rfc822|text\/rfc822-headers)$/))?.[1];
};
