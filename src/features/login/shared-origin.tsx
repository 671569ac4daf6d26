import type { JSX } from 'solid-js';

/** Says what a login means on an address that other pages share (RFC 10017, section 9.4). */
export default function SharedOrigin(): JSX.Element {
  return (
    <p class="notice">
      This page shares its web address with all other pages of its owner on github.io, and each of
      them could read the login that is kept here. Log in if you trust that owner; the demo keeps
      nothing worth reading.
    </p>
  );
}
