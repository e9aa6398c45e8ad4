/** The door of `programmes`: programme packages as files, and programme versions in the database. See README.md. */
export type { Place, Problem, ProblemCode, Severity } from './problems.ts';
export { hasErrors } from './problems.ts';
export type { PackageFiles } from './package-files.ts';
export { type ReadPackage, readPackage, readPackageFolder } from './read-package.ts';
export type { MediaFile } from './read-media.ts';
export { type ContentHash, contentHashOf } from './content-hash.ts';
export { pack } from './zip/pack.ts';
export { type ReadZip, readZip } from './zip/read-zip.ts';
export type { CannotReadZip, ZipFault } from './zip/refusals.ts';
export { darkPicture } from './palette.ts';
export {
  type CannotImport,
  type Imported,
  importPackage,
  type ImportParts,
} from './operations/import-package.ts';
export { loadVersion, mediaOf, type VersionLine, versionsOf } from './operations/load-version.ts';
export type { IsLicensed, Unlicensed } from './operations/licences.ts';
export type { FormFile } from './read-forms.ts';
export type { LoadedForm } from './loaded-form.ts';
export { type LoadedProgramme, pageKey } from './loaded-programme.ts';
