import type { Situation } from '../../src/app/command.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import type { PostId } from '../../src/domain/item.ts';
import { sayPost } from '../../src/domain/posts.ts';
import {
  RECIPIENTS,
  REPORT_CONTENTS,
  type Recipient,
  type ReportContent,
} from '../../src/domain/report/contents.ts';
import type { AnnualReport, ReportStep } from '../../src/domain/report/report.ts';

/** What a part of a step is called within a sentence. */
export const sayPart = (
  { presentedTo }: AnnualReport,
  step: ReportStep,
  part: string,
  { arrangement }: Pick<Situation, 'arrangement'>,
): string => {
  switch (step) {
    case 'contents':
      return REPORT_CONTENTS[part as ReportContent].title;
    case 'presented':
      return presentedTo.find(({ id }) => id === part)?.name ?? part;
    case 'sent':
      return RECIPIENTS[part as Recipient];
    case 'sign-off':
      return part.endsWith('-lead')
        ? agencyName(arrangement, part.replace(/-lead$/, ''))
        : sayPost(arrangement, part as PostId);
    case 'input':
      return sayPost(arrangement, part as PostId);
  }
};
