import { useEffect, useState } from 'react';

/** True once waiting has lasted `ms`: a skeleton that flashes by is worse than none. */
export function useLate(waiting: boolean, ms = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), ms);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting, ms]);
  return waiting && late;
}
