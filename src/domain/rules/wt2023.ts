import { isCareLeaverDeath, isLookedAfterDeath } from './criteria.ts';
import type { RuleSet } from './rule.ts';
import { wt2018 } from './wt2018.ts';

const GOVUK = 'GOV.UK, Report a serious child safeguarding incident';

/** Working Together 2023 with the Panel's guidance of 2025; the text itself is not among the seeds. */
export const wt2023 = {
  'notify-panel': {
    ...wt2018['notify-panel'],
    source: `Children Act 2004, section 16C(1), on behalf of the safeguarding partners; Working Together 2023; ${GOVUK}`,
    unsure: 'the wording and the paragraph numbers of Working Together 2023',
  },
  'tell-partners': {
    ...wt2018['tell-partners'],
    source: `Working Together 2023; ${GOVUK}`,
    quote: 'you must do this within 5 working days of becoming aware',
  },
  'notify-secretary-of-state-and-ofsted': {
    ...wt2018['notify-secretary-of-state-and-ofsted'],
    row: 'D03, D04',
    applies: (incident) => isLookedAfterDeath(incident) || isCareLeaverDeath(incident),
    source: `${GOVUK} (looked-after children); Slough and North Yorkshire procedures on the death of a care leaver, up to and including the age of 24`,
    quote:
      'For looked-after children you must notify us of their death whether or not you know or suspect abuse or neglect. You must do this within 5 working days of becoming aware.',
  },
} as const satisfies RuleSet;
