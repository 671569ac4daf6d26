import { LAB_GROUPS } from '../../../src/features/lab/cases.ts';
import { eventually } from '../eventually.ts';
import { button, heading, link, region } from '../places.ts';
import { statusIs } from '../steps.ts';
import type { Check } from '../world.ts';

const LAB = region('What if …');
const CASES = LAB_GROUPS.flatMap((group) => group.cases);

export const LAB_CHECKS: readonly Check[] = [
  {
    name: `all ${CASES.length} cases of the lab end as they claim`,
    async run({ site, newTab }) {
      const tab = await newTab();
      await tab.open(site);
      await tab.click(link('Try the demo'));
      await tab.click(button('Agree'));
      await statusIs(tab, '140 playlists');
      await tab.click(link('Login flow'));
      await tab.sees(heading('What if …'));
      for (const { title, ends } of CASES) {
        const place = region(title, LAB);
        await tab.click(button('Run', place));
        const status = () => tab.texts({ role: 'status', within: place });
        await eventually(`The end of “${title}”`, status, [ends]);
      }
    },
  },
];
