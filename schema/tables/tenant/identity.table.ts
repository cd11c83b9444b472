export {
  credentials,
  grants,
  people,
  sessions,
  signInAttempts,
  verifications,
} from '../identity.table.ts';
