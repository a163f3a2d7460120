import { setTimeout as wait } from 'node:timers/promises';
import type { ChatChoice, EmailChoice, SlackChoice, TeamsChoice } from './chat.ts';
import { loadEmailSettings, loadSlackSettings, loadTeamsSettings } from './chat-settings.ts';
import type { Config } from './config.ts';
import type { Arrangement } from './domain/arrangement.ts';

export type Chosen = Pick<Config, 'slack' | 'teams' | 'email'>;

/** What is set up, with its settings read. Throws BadSetting. */
export const chooseChat = async (
  { slack, teams, email }: Chosen,
  arrangement: Arrangement,
  base?: string,
): Promise<ChatChoice> => ({
  slack: slack && (await chooseSlack(slack, arrangement)),
  teams: teams && (await chooseTeams(teams, arrangement)),
  email: email && { ...(await chooseEmail(email, arrangement)), base },
});

/** The SDK is loaded only where Slack is set up. */
const chooseSlack = async (
  { file, secrets, apiUrl }: NonNullable<Config['slack']>,
  arrangement: Arrangement,
): Promise<SlackChoice> => {
  const settings = loadSlackSettings(file, secrets, arrangement);
  const { connectSlack: connect } = await import('./platforms/slack/connect.ts');
  return { connect, settings, pace, apiUrl };
};

/** Nor is the other, where Teams is not. */
const chooseTeams = async (
  { file, secrets, standIn }: NonNullable<Config['teams']>,
  arrangement: Arrangement,
): Promise<TeamsChoice> => {
  const settings = loadTeamsSettings(file, secrets, arrangement);
  const { connectTeams: connect } = await import('./platforms/teams/connect.ts');
  return { connect, settings, pace, standIn };
};

/** Nor is nodemailer, where no e-mail is sent. */
const chooseEmail = async (
  { file, secrets }: NonNullable<Config['email']>,
  arrangement: Arrangement,
): Promise<EmailChoice> => {
  const settings = loadEmailSettings(file, secrets, arrangement);
  const { connectEmail: connect } = await import('./platforms/email/connect.ts');
  return { connect, settings };
};

const pace = { now: () => performance.now(), pause: (ms: number) => wait(ms) };
