/** Signing in: a login session, never a session of a mechanism. */
export const signin = {
  'signin.title': 'Sign in',
  'signin.user': 'User name',
  'signin.password': 'Password',
  'signin.showPassword': 'Show the password',
  'signin.submit': 'Sign in',
  'signin.leave': 'Sign out',
  'signin.signedInAs': 'Signed in as {name}, {role}',
  'signin.sessionEnded': 'Your session has ended. Unsent changes are kept.',
  'signin.demoAccounts': 'Accounts of the demonstration',
};
