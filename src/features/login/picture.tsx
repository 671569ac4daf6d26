import { createSignal, For, type JSX, onCleanup } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { readTheme, watchTheme } from '../../storage/theme.ts';
import { PICTURES, type PictureName } from './pictures.ts';
import './picture.css';

/** Condition for the picture of a phone. */
const NARROW = '(max-width: 40rem)';
const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)';

/** A picture of the app in the theme of the page, whether the system or the person chose it; loads after the text. */
export function Picture(props: {
  readonly name: PictureName;
  /** The picture for narrow windows; the same one by default. */
  readonly narrow?: PictureName;
  readonly alt: string;
}): JSX.Element {
  const [theme, setTheme] = createSignal(readTheme());
  const left = new AbortController();
  watchTheme(setTheme, left.signal);
  onCleanup(() => left.abort());

  const fileOf = (name: PictureName, shade: 'light' | 'dark') =>
    `${BASE_PATH}pictures/${name}-${shade}.avif`;
  const plain = () => (theme() === 'dark' ? 'dark' : 'light');

  /** The files that go before that of the image, first match first. */
  function sources() {
    const isByTheSystem = theme() === 'auto';
    const { name, narrow } = props;
    return [
      narrow && isByTheSystem && source(narrow, 'dark', `${NARROW} and ${SYSTEM_IS_DARK}`),
      narrow && source(narrow, plain(), NARROW),
      isByTheSystem && source(name, 'dark', SYSTEM_IS_DARK),
    ].filter((one) => typeof one === 'object');
  }

  function source(name: PictureName, shade: 'light' | 'dark', media: string) {
    return { srcset: fileOf(name, shade), media, ...PICTURES[name] };
  }

  return (
    <picture>
      <For each={sources()}>{(each) => <source type="image/avif" {...each} />}</For>
      <img
        class="picture"
        src={fileOf(props.name, plain())}
        alt={props.alt}
        width={PICTURES[props.name].width}
        height={PICTURES[props.name].height}
        loading="lazy"
        decoding="async"
        fetchpriority="low"
      />
    </picture>
  );
}
