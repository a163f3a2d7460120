const ONE_LETTER = '[BEGLMNSW]';
const TWO_LETTERS = `(?:${`
  AB AL BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY
  EC EH EN EX FK FY GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU
  ME MK ML NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY
  TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE`
  .trim()
  .split(/\s+/)
  .join('|')})`;

/** BS7666 (privacy.md E5), held to the areas that exist, and with N1P, which came after it. */
const OUTWARD = `(?:${ONE_LETTER}(?:\\d[A-HJKPSTUW]|\\d\\d?)|${TWO_LETTERS}(?:\\d[ABEHMNPRVWXY]|\\d\\d?)|GIR(?= ?0AA))`;
const POSTCODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${OUTWARD})([ .,_/-]{0,3})(\\d[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\p{N}])`,
  'giu',
);

export const hasPostcode = (text: string): boolean =>
  [...text.matchAll(POSTCODE)].some(
    ([, outward = '', gap = '', inward = '']) => !isOrdinal(outward, gap, inward),
  );

/** "s47 2nd enquiry" and "rule G64 3rd line" are no postcodes. */
const isOrdinal = (outward: string, gap: string, inward: string): boolean =>
  gap !== '' && /^[A-Z]\d\d?$/i.test(outward) && /^(?:1st|2nd|3rd|[04-9]th)$/.test(inward);

const WORD = "\\p{Lu}[\\p{L}'.-]{0,30}|\\d{1,3}(?:st|nd|rd|th)";
const NUMBER = '(?<![\\p{L}\\d£.,:])(?<!\\d{4}[-/])(?!(?:19|20)\\d\\d(?!\\d))\\d{1,4} ?[a-z]?,? ';
const STREETS =
  'Road|Street|Avenue|Close|Lane|Drive|Court|Way|Gardens?|Crescent|Place|Terrace|Grove|Hill|Mews|Square|Walk|Rise|Row|Parade|Broadway|Rd|St|Ave?|Ln|Dr|Cl|Ct|Gdns|Cres|Pl|Terr?|Tce|Sq';
/** "Section 31 Family Court" and "on 12 March St Helier agreed" are no addresses. */
const COURTS =
  "(?:Family|Crown|High|County|Youth|Supreme|Criminal|Magistrates'?|Coroner'?s'?) Court|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:Court|St)";
const CAPITALISED = new RegExp(
  `${NUMBER}(?:(?:${WORD}|of|the|on) ){0,4}(?!(?:${COURTS})(?!\\p{L}))(?:${WORD}) (?:${STREETS}|${STREETS.toUpperCase()})(?!\\p{L})`,
  'u',
);

/** Written small, only words that mean little else: "2 weeks in court" and "3 actions close" pass. */
const LITTLE =
  '(?:an?|the|in|on|of|at|to|for|by|with|and|or|from|per|(?:week|day|month|hour|year)s?)(?!\\p{L})';
const SMALL = new RegExp(
  `${NUMBER}(?:(?!${LITTLE})\\p{L}[\\p{L}'-]{1,30} ){1,2}(?:road|street|avenue|crescent|terrace|mews|lane|rd|ave|cres|gdns|st(?!\\.? \\p{L}))(?!\\p{L})`,
  'iu',
);

/** A house number, a name and a word for a street. */
export const hasStreetAddress = (text: string): boolean =>
  CAPITALISED.test(text) || SMALL.test(text);
