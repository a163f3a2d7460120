import type { Catalogue, OpenForm } from '../../app/command.ts';
import type { Desk } from '../../app/desk.ts';
import type { Block, Message } from '../../app/message.ts';

/** Heed's own words name its commands; where they have a prefix, with it: "/scp-incident". */
export interface Wording {
  readonly text: (text: string) => string;
  readonly message: (message: Message) => Message;
  readonly form: (form: OpenForm) => OpenForm;
  readonly desk: (desk: Desk) => Desk;
}

export const wording = (prefix: string, catalogue: Catalogue): Wording => {
  const families = [...new Set(catalogue.map(({ name }) => name.split(' ')[0]))].join('|');
  const named = new RegExp(`(?<![\\w/])/(?=(?:${families})(?![\\w-]))`, 'g');
  const text = (said: string): string => (prefix === '' ? said : said.replace(named, `/${prefix}`));
  const block = (one: Block): Block => {
    switch (one.type) {
      case 'text':
        return { ...one, text: text(one.text) };
      case 'list':
        return { ...one, items: one.items.map(text) };
      case 'facts':
        return { ...one, rows: one.rows.map(([name, value]) => [name, text(value)]) };
    }
  };
  return {
    text,
    message: (message) => ({
      ...message,
      title: text(message.title),
      blocks: message.blocks.map(block),
    }),
    form: (form) => ({
      ...form,
      summary: text(form.summary),
      problems: form.problems.map((one) => ({ ...one, sentence: text(one.sentence) })),
    }),
    desk: (desk) => ({
      ...desk,
      sections: desk.sections.map((section) => ({
        ...section,
        empty: text(section.empty),
        rows: section.rows.map((row) => ({ ...row, line: text(row.line) })),
      })),
    }),
  };
};
