import { eventually } from '../eventually.ts';
import { button, CLIENT_ID_BOX, heading, link } from '../places.ts';
import type { Check } from '../world.ts';

export const POLICY_CHECKS: readonly Check[] = [
  {
    name: 'the first page offers the login and the demo, has its policy, and the browser keeps to it',
    async run({ site, newTab, expectComplaint }) {
      const tab = await newTab();
      await tab.open(site);
      await tab.sees(heading('Every Spotify playlist you have, on one page.'));
      await tab.sees(CLIENT_ID_BOX);
      await tab.sees(button('Log in with Spotify'));
      await tab.sees(link('Try the demo'));
      const policy = await tab.evaluate(
        () =>
          document
            .querySelector('meta[http-equiv="Content-Security-Policy"]')
            ?.getAttribute('content') ?? '',
      );
      for (const rule of ["default-src 'none'", "script-src 'self'", "base-uri 'none'"])
        await eventually(
          `The policy with ${rule}`,
          () => policy,
          (text) => text.includes(rule),
        );
      // All other checks prove that the policy blocks nothing of the page; this one, that a violation would be
      // noticed.
      expectComplaint(/img-src.* https:\/\/evil\.example/);
      const refused = await tab.evaluate(
        () =>
          new Promise<string>((resolve) => {
            addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI));
            new Image().src = 'https://evil.example/picture.png';
          }),
      );
      await eventually(
        'What is refused',
        () => refused,
        (uri) => uri.includes('evil.example'),
      );
    },
  },
];
