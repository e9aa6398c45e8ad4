/** The door for commands, benchmarks and tests: starting the server, and the people of the practice clinic. */
export { sessionCookie } from './answers.ts';
export { createApp, servedRoutes } from './app.ts';
export {
  organisations,
  type Patient,
  patientNamed,
  patients,
  staff,
  staffId,
  type StaffMember,
  staffNamed,
  units,
} from './demo/cast.ts';
export { demoCourses } from './demo/courses.ts';
export { seedDemo } from './demo/seed.ts';
export { type Running, startServer } from './start.ts';
