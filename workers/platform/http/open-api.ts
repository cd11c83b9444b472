/** What every described route refers to: the session cookie. */
export const openApiComponents = {
  securitySchemes: {
    session: {
      type: 'apiKey' as const,
      in: 'cookie' as const,
      name: 'qingfeng_session',
      description: 'Set by POST /api/auth/sign-in/username; `__Host-` prefixed under TLS.',
    },
  },
};
