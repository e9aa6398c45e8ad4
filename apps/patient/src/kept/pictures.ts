/** The pictures of opened pages, in both colourings: the page is read in the evening too. Films need the network. */
import type { Block } from '@skute/programmes/rules';
import type { StepView } from '@skute/treatment/contract';
import { mediaAddress } from '@skute/ui/content';
import { isOwnDevice, mediaCache } from './device.ts';

export async function keepPictures(step: StepView): Promise<void> {
  if (!isOwnDevice() || !('caches' in window)) return;
  const addresses = picturesOf(step.blocks as unknown as Block[]).flatMap((file) =>
    [true, false].map((dark) => mediaAddress({ versionId: step.versionId, dark }, file)),
  );
  const cache = await caches.open(mediaCache);
  await Promise.all(addresses.map((address) => keepPicture(cache, address)));
}

/** A poor network, or a worker that takes over just then, breaks off a fetch now and again. */
const pausesMs = [1_000, 4_000];

async function keepPicture(cache: Cache, address: string, tried = 0): Promise<void> {
  if (await cache.match(address)) return;
  const isKept = await cache.add(address).then(
    () => true,
    () => false,
  );
  const pause = pausesMs[tried];
  if (isKept || pause === undefined) return;
  await new Promise((resolve) => setTimeout(resolve, pause));
  await keepPicture(cache, address, tried + 1);
}

function picturesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'picture':
        return [block.file];
      case 'box':
      case 'quote':
        return picturesOf(block.blocks);
      case 'list':
        return block.items.flatMap(picturesOf);
      default:
        return [];
    }
  });
}
