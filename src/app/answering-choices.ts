import { everyAnswer } from '../domain/duties/answers.ts';
import type { Ref } from '../domain/reference.ts';
import { type InformationRequest, needsWords } from '../domain/requests/request.ts';

/** One of the answers that there are: the command it stands for, and what the words beside it are for. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The field that takes what is written in words. */
  readonly words: string;
  /** What it says nothing without. */
  readonly needs: readonly ('words' | 'more')[];
}

/** Every answer to one agency's part of a request. */
export const answersFor = ({ ref, kind }: InformationRequest, agency: string): readonly Choice[] =>
  everyAnswer(kind).map(({ answer, label }) => ({
    id: answer,
    label,
    command: 'request answer',
    fields: { request: ref, for: agency, answer },
    words: 'note',
    needs: needsWords(answer) ? ['words'] : [],
  }));

/** What somebody may say of an action that they owe. */
export const reportsOn = (ref: Ref): readonly Choice[] => [
  {
    id: 'done',
    label: 'It is done; the words are the evidence, by its reference',
    command: 'action done',
    fields: { actions: ref, on: 'today' },
    words: 'evidence',
    needs: [],
  },
  {
    id: 'extend',
    label: 'It needs another day; the words say why',
    command: 'action extend',
    fields: { actions: ref },
    words: 'reason',
    needs: ['more', 'words'],
  },
  {
    id: 'update',
    label: 'It goes on; the words say how',
    command: 'action update',
    fields: { action: ref },
    words: 'note',
    needs: ['words'],
  },
];
