import { useLocation, useNavigate } from '@tanstack/react-router';

/** Which welcome page is open stands in the address, so that Back works. */
export function useWelcomePage(pages: number): {
  readonly page: number;
  readonly goTo: (page: number) => void;
} {
  const { hash } = useLocation();
  const navigate = useNavigate() as unknown as (to: { to: string; hash: string }) => Promise<void>;
  const asked = Number(/^welcome-(\d)$/.exec(hash)?.[1] ?? 1);
  return {
    page: Math.min(Math.max(asked, 1), pages),
    goTo: (page) => void navigate({ to: '.', hash: `welcome-${page}` }),
  };
}
