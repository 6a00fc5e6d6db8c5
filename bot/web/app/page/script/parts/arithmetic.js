/** What is typed on the pad, worked out exactly: whole numbers over powers of ten, never floats. */

const MOST_DIGITS = 15;

/**
 * The value of an expression, rounded half up to so many decimals.
 *
 * @param {string} typed digits, "." and + − × ÷; a sign at its end is not counted yet
 * @returns {string|null} a decimal without superfluous zeros, null where it says nothing
 */
export function valueOf(typed, decimals) {
  const parts = typed.replace(/[+−×÷]+$/, "").match(/\d+\.?\d*|\.\d+|[+−×÷]/g) ?? [];
  if (!parts.length || parts.join("") !== typed.replace(/[+−×÷]+$/, "")) return null;
  let sum = [0n, 1n];
  let sign = 1n;
  let product = null;
  let operator = null;
  for (const part of parts) {
    if (/[+−×÷]/.test(part)) {
      if (product === null) return null;
      operator = part;
      if (part === "+" || part === "−") {
        sum = added(sum, product, sign);
        sign = part === "+" ? 1n : -1n;
        product = null;
      }
      continue;
    }
    const value = fraction(part);
    if (value === null) return null;
    if (product === null) product = value;
    else if (operator === "×") product = [product[0] * value[0], product[1] * value[1]];
    else if (value[0] === 0n) return null;
    else product = [product[0] * value[1], product[1] * value[0]];
  }
  if (product === null) return null;
  return decimal(added(sum, product, sign), decimals);
}

function fraction(written) {
  if (!/\d/.test(written) || written.length > MOST_DIGITS) return null;
  const [whole, rest = ""] = written.split(".");
  return [BigInt(whole + rest || "0"), 10n ** BigInt(rest.length)];
}

function added([top, bottom], [otherTop, otherBottom], sign) {
  return [top * otherBottom + sign * otherTop * bottom, bottom * otherBottom];
}

function decimal([top, bottom], decimals) {
  if (top < 0n) return null;
  const minor = (top * 10n ** BigInt(decimals) * 2n + bottom) / (2n * bottom);
  const digits = String(minor).padStart(decimals + 1, "0");
  if (!decimals) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, "");
}

/** Add exact decimals, such as "400" and "0.05". */
export function sumOf(amounts, decimals) {
  return valueOf(amounts.filter(Boolean).join("+") || "0", decimals) ?? "0";
}
