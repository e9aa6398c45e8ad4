export { Boat, type BoatState } from './boat.tsx';
