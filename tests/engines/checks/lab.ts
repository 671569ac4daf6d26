import { LAB_GROUPS } from '../../../src/features/lab/cases.ts';
import { button, link } from '../places.ts';
import type { Check } from '../world.ts';

const CASES = LAB_GROUPS.flatMap((group) => group.cases);

export const LAB_CHECKS: readonly Check[] = [
  {
    name: `all ${CASES.length} cases of the lab end as they claim`,
    async run({ site, newTab }) {
      const tab = await newTab();
      await tab.open(`${site}lab`);
      await tab.click(button('Open the lab in the demo'));
      await tab.click(button('Agree'));
      await tab.click(button(`Run all ${CASES.length}`));
      for (const { title } of CASES) await tab.sees(link(`${title} (as expected)`));
    },
  },
];
