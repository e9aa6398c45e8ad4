import { useState } from 'react';
import { mediaAddress, usePlace } from './place.ts';

/** A picture that can't be fetched leaves its words, not a broken frame. */
export function Picture({ file, alt }: { file: string; alt: string }) {
  const place = usePlace();
  const [missing, setMissing] = useState(false);
  if (missing) return alt === '' ? null : <p className="picture-words">{alt}</p>;
  return (
    <figure className="picture">
      <img src={mediaAddress(place, file)} alt={alt} decoding="async" onError={() => setMissing(true)} />
    </figure>
  );
}
