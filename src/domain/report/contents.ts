/** What an annual report has in it, each with its source (governance.md G37). */
export const REPORT_CONTENTS = {
  work: { title: 'what the partners have done as a result of the arrangements', source: 'S0 9.1' },
  effectiveness: {
    title: 'how effective the arrangements have been in practice',
    source: 'S0 9.1',
  },
  'review-actions': {
    title: 'actions relating to local practice reviews, and what was done as a result',
    source: 'S0 9.1',
  },
  'self-evaluation': { title: 'a summary of the self-evaluation', source: 'S0 9.1' },
  scrutiny: { title: "the key findings of the scrutineer's evaluation", source: 'S0 9.1' },
  impact: { title: 'evidence of impact on outcomes for children and families', source: 'S0 9.2' },
  'action-record': {
    title: 'a record of actions to implement the recommendations of any reviews',
    source: 'S0 9.2',
  },
  feedback: {
    title: 'how feedback from children and families was sought and used',
    source: 'S0 9.2',
  },
  challenges: {
    title: 'local challenges to safeguarding, and any national implications',
    source: 'S0 9.3',
  },
  priorities: {
    title: 'progress against the priorities of the business plan',
    source: 'S2 5.2',
  },
  'child-death-review': {
    title: 'assurance about the arrangements of the Child Death Review',
    source: 'S2 5.2',
  },
  budget: { title: 'the annual budget statement', source: 'S2 section 8' },
} as const satisfies Record<string, { readonly title: string; readonly source: string }>;

export type ReportContent = keyof typeof REPORT_CONTENTS;
export const REPORT_CONTENT_IDS = Object.keys(REPORT_CONTENTS) as [
  ReportContent,
  ...ReportContent[],
];

/** Who has the published report within seven calendar days (S0 9.3, G39). */
export const RECIPIENTS = {
  'secretary-of-state': 'the Secretary of State for Education',
  dfe: 'the Department for Education',
  ofsted: 'Ofsted',
  panel: 'the Child Safeguarding Practice Review Panel',
  'what-works-centre': "the What Works Centre for Children's Social Care (now Foundations)",
} as const satisfies Record<string, string>;

export type Recipient = keyof typeof RECIPIENTS;
export const RECIPIENT_IDS = Object.keys(RECIPIENTS) as [Recipient, ...Recipient[]];
