import { Folded } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import type { Trend } from './chart-model.ts';
import { inWords, useScoreNames } from './score-words.ts';
import { explainTexts } from './texts.ts';

/** *Hva betyr dette?*: how far the scale goes, what its parts are called, and how large a change must be to be felt. */
export function WhatItMeans({ trend }: { trend: Trend }) {
  const t = useText(explainTexts);
  const language = useLanguage();
  const { band } = useScoreNames();
  const limit = trend.changes.find(({ forPatients }) => forPatients);
  return (
    <Folded title={t('title')}>
      <p>{t('scale', { min: inWords(trend.min, language), max: inWords(trend.max, language) })}</p>
      {trend.bands.length === 0 ? null : (
        <>
          <p>{t('bands')}</p>
          <ul>
            {trend.bands.map(({ id, from, above }) => (
              <li key={id}>
                {t(above ? 'bandAbove' : 'band', { band: band(id), from: inWords(from, language) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {limit ? <p>{t('change', { points: inWords(limit.points, language) })}</p> : null}
      <p>{t('alone')}</p>
    </Folded>
  );
}
