/**
 * The page's policy lets no string become HTML or a script (require-trusted-types-for). The one
 * exception is here: the addresses of its own workers, which no one else may make.
 */

interface Policy {
  createScriptURL(address: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy("workers", { createScriptURL: (address) => address });

/** Only for addresses that this page wrote itself. */
export function trustedScript(address: string): string {
  return policy ? policy.createScriptURL(address) : address;
}
