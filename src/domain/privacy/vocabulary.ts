const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Words that make no name of the word beside them, on either side. None that is somebody's
 * surname or calling ("young", "officer"): "Officer Jones" is a person.
 * April, May and June are left out too: beside a figure they are dates, elsewhere forenames.
 */
export const BODIES = wordsOf(`
  abuse academy accountability act acute adults agencies agency agenda agreement aid alliance
  analysis annual appendix apr area areas arrangements assembly assessment assessments assurance
  attendance audit audits aug august authority awareness away bank based basic board boards
  borough boxing briefing budget bulletin bureau business cabinet cafcass camhs campaign cap
  capacity care carers case cases cdop centre challenge chapter charity checklist children
  christmas cic clinic clinical college command commission commissioner commissioning committee
  communication communications community company conference constitution consultation context
  contextual contributions coronation corporate council councils county court criminal criteria
  crown cycle data death deaths dec december decision decisions department deprivation dept
  development directorate disability dispute district document domestic draft early early-help
  easter education effective emergency encompass england escalation evaluation event evidence
  executive experience experiences exploitation families family feb february federation feedback
  female fire force forum forums foundation foundations framework fri friday full fund general
  genital geographical gov government group groups guidance health healthcare help holiday home
  homes hospital hospitals housing hub hubs icb implementation implications improvement
  independent individual induction information initiative inspection inspectorate institute
  integrated intervention interventions isle january joint jubilee jul july jun justice key lado
  lcspr leadership learning leavers letter level liaison library licensing life limited lived
  local london main mappa mar marac march marriage mash measures meeting meetings member members
  memorandum mental methodology metropolitan midwifery minutes model models mon monday monitoring
  multi-agency mutilation national needs neglect network networks nhs notice notification
  notifications nov november nspcc nursery nursing oct october ofsted operation operational
  organisation organisations outcomes overview panel panels paper parliament partners partnership
  partnerships performance pilot plan plans platinum police policies policy population practice
  prevention primary priorities priority prison private probation procedure procedures process
  programme project projects protection protocol provision psychology public publication
  publications quality quarter quorum referral referrals region regional register regulation
  regulations relevant report reports representative request requests research response return
  returns review reviews risk risks root royal rule safeguarding safety saturday schedule scheme
  school schools scrutiny secondary secretariat section sector secure sep sept september serious
  service services session sexual slavery social society spend stage standards state statement
  statutory steering steis strategic strategy stream sub-group subgroup submission summary sunday
  support surgery survey system systems task team teams template term terms theme think threshold
  thresholds thu thur thurs thursday together toolkit training transition trust tue tues tuesday
  unit university violence voluntary wed wednesday welfare wellbeing work working workshop year
  youth
`);

/** Words that begin a sentence or a phrase, and no name: "The Merton way", "Ask Merton". */
export const OPENERS = wordsOf(`
  a about above accountable across acting add address after against agree agreed all although
  amend among an and another any approve are arrange as ask assistant associate at attend be
  because before begin below better between black both brief bring british build but by call can
  carry central chase check chief child-protection circulate clarify close co co-opted collect
  commence complete completed complex confirm consider contact continue could create define
  deliver deputy design designated despite detective develop did discuss distribute do does
  drafted during each east eight either elected email embed encourage engage english ensure
  escalate establish evaluate every expand explain explore extend few finalise first five follow
  following for forced four from gather get give good great greater had has have having he head
  her here high his hold honour how however identify if implement improve in include increase
  inform initial inner instead interim into introduce investigate invite is issue it its keep last
  launch lay lead like link list looked lower maintain make managing many map meet merge mid
  modern most move my named near neither new next nine no north north-east north-west northern not
  note notify now obtain of offer old on once one only open opposition or organise other our out
  outer over per plan please prepare present produce promote propose provide publish raise rapid
  record recruit reduce refer refresh remind remove replace resolve reviewing revise run safer
  scope seek send senior set seven several shall share she should sign since single six some south
  south-east south-west southern speak special st start stay strengthen submit such tell ten test
  than that the their then there these they third this those three through to track train two
  under united unless until up update upper use vice visit vulnerable was we welsh were west
  western what when where whether which while who whose why with within without would write yes
  you young your
`);
