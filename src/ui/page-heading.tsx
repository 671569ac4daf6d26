import { createEffect, type JSX, onMount } from 'solid-js';

/** Whether a page has been shown before: the first one leaves the focus where the browser puts it. */
let isFirstPage = true;

/** The heading of a page: names the document, and takes the focus after a navigation. */
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
