import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';

const HERE = join(import.meta.dirname, 'page');
const SCRIPTS = [
  'api',
  'asking',
  'cards',
  'cases',
  'dom',
  'form',
  'import',
  'page',
  'places',
  'talk',
  'unread',
] as const;

/** Nothing from elsewhere, nothing inline; the page speaks to this server alone. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/**
 * The page itself: no build step, Node takes the types out as it does for the server. Each part is read
 * when somebody first asks for it: most of the time nobody looks.
 */
export const assetRoutes = (): Hono => {
  const app = new Hono();
  const serve = (path: string, type: string, read: () => string): void => {
    let text: string | undefined;
    app.get(path, (context) => {
      text ??= read();
      return context.body(text, 200, { ...HEADERS, 'content-type': type });
    });
  };
  serve('/', 'text/html; charset=utf-8', () => readFileSync(join(HERE, 'index.html'), 'utf8'));
  serve('/import', 'text/html; charset=utf-8', () =>
    readFileSync(join(HERE, 'import.html'), 'utf8'),
  );
  serve('/page.css', 'text/css; charset=utf-8', () => readFileSync(join(HERE, 'page.css'), 'utf8'));
  for (const name of SCRIPTS)
    serve(`/page/${name}.js`, SCRIPT, () => script(readFileSync(join(HERE, `${name}.ts`), 'utf8')));
  serve('/vendor/adaptivecards.min.js', SCRIPT, () =>
    readFileSync(
      createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
      'utf8',
    ),
  );
  return app;
};

const SCRIPT = 'text/javascript; charset=utf-8';

const script = (source: string): string =>
  stripTypeScriptTypes(source).replace(/(from '\.\/[a-z-]+)\.ts'/g, "$1.js'");
