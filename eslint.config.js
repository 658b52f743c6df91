import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// What the compiler and Prettier don't see: promises nobody waits for, cases left out, comparisons that convert.
export default defineConfig(
  globalIgnores(['node_modules', '.data', '.cache']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'bot/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-constant-binary-expression': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // JSON comes in as `any` and leaves through a zod schema; a cast in between would prove nothing.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // No method here leans on `this`.
      '@typescript-eslint/unbound-method': 'off',
      // An interface may ask for a promise of what is at hand.
      '@typescript-eslint/require-await': 'off',
    },
  },
)
