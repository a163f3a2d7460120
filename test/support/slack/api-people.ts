import { fail, type Method, ok } from './api-answer.ts';
import { type Json, str } from './json.ts';
import { type Person, secondsOf, type Team } from './world.ts';

const authTest: Method = {
  answer: ({ world, team }) =>
    ok({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: 'heed',
      team_id: team.id,
      user_id: team.bot,
      bot_id: team.botId,
      app_id: world.appId,
      is_enterprise_install: false,
    }),
};

const usersInfo: Method = {
  scopes: () => ['users:read'],
  required: ['user'],
  answer: ({ world, team, args }) => {
    const person = team.people.get(str(args.user));
    return person
      ? ok({ user: userObject(team, person, secondsOf(world)) })
      : fail('user_not_found');
  },
};

const userObject = (team: Team, person: Person, now: number): Json => ({
  id: person.id,
  team_id: person.home,
  name: person.name,
  deleted: person.deleted,
  real_name: person.name,
  profile: profileOf(team, person),
  is_bot: person.bot,
  is_app_user: false,
  updated: now,
  ...(person.deleted ? {} : alive(team, person)),
});

const alive = (team: Team, person: Person): Json => ({
  color: '9f69e7',
  tz: 'Europe/London',
  tz_label: 'British Summer Time',
  tz_offset: 3600,
  is_admin: false,
  is_owner: false,
  is_primary_owner: false,
  is_restricted: person.guest,
  is_ultra_restricted: false,
  is_email_confirmed: true,
  who_can_share_contact_card: 'EVERYONE',
  ...(person.home === team.id ? {} : { is_stranger: false }),
});

const profileOf = (team: Team, person: Person): Json => ({
  real_name: person.name,
  real_name_normalized: person.name,
  display_name: person.name,
  display_name_normalized: person.name,
  title: '',
  phone: '',
  skype: '',
  status_text: '',
  status_emoji: '',
  avatar_hash: '',
  team: person.home,
  ...(team.scopes.includes('users:read.email') && person.email ? { email: person.email } : {}),
});

export const PEOPLE = {
  'auth.test': authTest,
  'users.info': usersInfo,
} as const satisfies Readonly<Record<string, Method>>;
