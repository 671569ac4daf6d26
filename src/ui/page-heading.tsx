import { createEffect, type JSX, onMount } from 'solid-js';
import { useServices } from '../services/services.tsx';

/** The heading of a page: sets the document's title, and receives the focus after a navigation. */
export function PageHeading(props: {
  readonly title: string;
  readonly children?: JSX.Element;
}): JSX.Element {
  const { pageMemory } = useServices();
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    document.title = `${props.title} · Liner Notes`;
  });
  onMount(() => {
    // The first page leaves the focus to the browser.
    if (pageMemory.hasShownPage) heading?.focus({ preventScroll: true });
    pageMemory.hasShownPage = true;
  });
  return (
    <h1 ref={heading} tabindex={-1}>
      {props.children ?? props.title}
    </h1>
  );
}
