/** What Heed is, as a chat product is told it. */
export const SHORT =
  'Keeps the statutory clocks of a safeguarding children partnership: reminds, explains, and stops when it is done.';

export const LONG = `Heed keeps the statutory clocks of a safeguarding children partnership.

It is told of a serious incident in one line, works out every day that follows from it, reminds whoever owes something, tells those above them when it is late, and stops the moment it is done. It can say of every reminder which rule it comes from, and of every day how it was counted.

No child's name or identifier belongs in it. What looks like an identifier is refused and not kept; a child has a code, and the key to it stays in the council's own system.

Heed reads no conversation. It hears what it is asked: its commands, its buttons and its forms. It looks up who is a guest, and who is in a private channel it was invited to, so that a case is shown to nobody who may not see it. It is a program: it keeps count, and decides nothing.`;
