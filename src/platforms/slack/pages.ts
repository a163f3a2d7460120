/** A section takes 3,000 characters; a message's text 4,000, and its blocks about 13,000 in all. */
const MOST_OF_SECTION = 2900;
const MOST_OF_PAGE = 3400;
/** Less what numbers the pages, and the breaks between lines. */
const MOST_OF_TEXT = 3900;
const MOST_SECTIONS = 40;

/** The lines of one block in as many sections as they need, broken between lines where that goes. */
export const pieces = (lines: readonly string[]): readonly string[] => {
  const sections: string[] = [];
  let now = '';
  for (const line of lines.flatMap(broken)) {
    const with_ = now === '' ? line : `${now}\n${line}`;
    if (with_.length <= MOST_OF_SECTION) now = with_;
    else {
      sections.push(now);
      now = line;
    }
  }
  return now === '' ? sections : [...sections, now];
};

/** A line too long for a section, broken between words, or anywhere where there is no space. */
const broken = (line: string): readonly string[] => {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > MOST_OF_SECTION) {
    const at = breakAt(rest);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest];
};

/** Never within an escape like "&amp;", nor within a pair of surrogates. */
const breakAt = (text: string): number => {
  const space = text.lastIndexOf(' ', MOST_OF_SECTION);
  if (space > 0) return space;
  const head = text.slice(0, MOST_OF_SECTION);
  const open = head.lastIndexOf('&');
  if (open > MOST_OF_SECTION - 6 && !head.includes(';', open)) return open;
  return head.isWellFormed() ? MOST_OF_SECTION : MOST_OF_SECTION - 1;
};

/** Sections in pages, in their order; there is always one page. `beside` is what stands on each of them besides. */
export const packed = (
  sections: readonly string[],
  beside: number,
): readonly (readonly string[])[] => {
  const most = Math.min(MOST_OF_PAGE, MOST_OF_TEXT - beside);
  const pages: string[][] = [[]];
  let size = 0;
  for (const one of sections) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (size + one.length > most || page.length >= MOST_SECTIONS)) {
      pages.push([one]);
      size = one.length;
    } else {
      page.push(one);
      size += one.length + 1;
    }
  }
  return pages;
};
