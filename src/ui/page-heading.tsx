import { createEffect, type JSX, onMount } from 'solid-js';

/** Whether a page was shown before: the first one leaves the focus to the browser. */
let isFirstPage = true;

/** The heading of a page: sets the document's title, and receives the focus after a navigation. */
export function PageHeading(props: {
  readonly title: string;
  readonly children?: JSX.Element;
}): JSX.Element {
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    document.title = `${props.title} · Liner Notes`;
  });
  onMount(() => {
    if (!isFirstPage) heading?.focus({ preventScroll: true });
    isFirstPage = false;
  });
  return (
    <h1 ref={heading} tabindex={-1}>
      {props.children ?? props.title}
    </h1>
  );
}
