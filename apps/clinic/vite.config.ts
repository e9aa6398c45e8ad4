import { sharedConfig } from '@skute/ui/vite-shared';
import { defineConfig } from 'vite';

export default defineConfig(sharedConfig('/clinic/'));
