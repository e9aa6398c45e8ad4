/** Keys of persons, and sealing with them. The key store lies apart from the database and its backups. */
export { type KeyStore, openKeyStore } from './store.ts';
export { localWrapper, type KeyWrapper, secretOfInstallation } from './wrapper.ts';
export { type Place, seal, sealText, unseal, unsealText } from './seal.ts';
