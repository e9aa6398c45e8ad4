import type { Block } from '@skute/programmes/rules';
import { Folded } from '../base/folded.tsx';
import { useText } from '../i18n/index.ts';
import { mediaAddress, usePlace } from './place.ts';
import { contentTexts } from './texts.ts';

type FilmBlock = Extract<Block, { kind: 'film' }>;

/** Nothing is fetched before the patient presses play, and nothing starts by itself. The text is always there. */
export function Film({ film, place: here }: { film: FilmBlock; place: string }) {
  const { Blocks, online } = usePlace();
  const t = useText(contentTexts);
  const transcript = film.transcript.length > 0;
  return (
    <figure className="film">
      <figcaption>{film.title}</figcaption>
      {online ? <Video film={film} /> : <p className="film-offline">{t('filmOffline')}</p>}
      {transcript ? (
        <Folded title={t('transcript')}>
          <Blocks blocks={film.transcript} place={`${here}.t`} />
        </Folded>
      ) : null}
    </figure>
  );
}

function Video({ film }: { film: FilmBlock }) {
  const place = usePlace();
  const t = useText(contentTexts);
  return (
    // biome-ignore format: one attribute a line
    <video
      controls
      playsInline
      preload="none"
      aria-label={film.alt || film.title}
      poster={film.poster ? mediaAddress(place, film.poster) : undefined}
    >
      {film.sources.map((source) => (
        <source key={source.file} src={mediaAddress(place, source.file)} type={source.type} />
      ))}
      <track
        default
        kind="captions"
        srcLang={place.language}
        label={t('captions')}
        src={mediaAddress(place, film.captions)}
      />
    </video>
  );
}
