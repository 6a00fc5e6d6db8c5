// The API's own description, as a page to read and to try: nothing comes from elsewhere.

const METHODS = ["get", "post", "put", "patch", "delete"];

const described = await (await fetch("openapi.json")).json();
const calls = document.getElementById("calls");
document.getElementById("about").textContent = described.info.description.replace(/(\S)\n(\S)/g, "$1 $2");
for (const [tag, operations] of byTag()) {
  calls.append(element("h2", tag), ...operations.map(shown));
}
calls.removeAttribute("aria-busy");

function byTag() {
  const tags = new Map();
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const method of METHODS.filter((method) => method in methods)) {
      const operation = methods[method];
      const tag = operation.tags?.[0] ?? "Others";
      tags.set(tag, [...(tags.get(tag) ?? []), { path, method, operation }]);
    }
  }
  return tags;
}

function shown({ path, method, operation }) {
  const call = element("details");
  const head = element("summary");
  const open = operation.security?.length === 0 ? " (no token)" : "";
  head.append(element("b", method.toUpperCase()), element("code", path));
  head.append(element("span", ` ${operation.summary ?? ""}${open}`, "told"));
  call.append(head);
  // What is inside is made when it is first looked at: there are many calls.
  call.addEventListener("toggle", () => {
    if (call.open && call.childElementCount === 1) call.append(inside(path, method, operation));
  });
  return call;
}

function inside(path, method, operation) {
  const form = element("form");
  const fields = (operation.parameters ?? []).map((parameter) => {
    const input = element("input");
    const must = parameter.required ? ", needed" : "";
    form.append(labelled(`${parameter.name} (${parameter.in}${must})`, input));
    return { parameter, input };
  });
  const schema = operation.requestBody?.content?.["application/json"]?.schema;
  const body = schema && element("textarea");
  if (body) {
    body.value = JSON.stringify(example(schema), null, 2);
    body.rows = Math.min(18, body.value.split("\n").length + 1);
    body.spellcheck = false;
    form.append(labelled("Body (JSON)", body));
  }
  const said = element("pre");
  said.setAttribute("aria-live", "polite");
  said.hidden = true;
  form.append(element("button", "Try it"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await tryOut(path, method, fields, body, said);
  });
  const all = element("div");
  if (operation.description) all.append(element("p", operation.description, "told"));
  all.append(form, said);
  return all;
}

async function tryOut(path, method, fields, body, said) {
  const query = new URLSearchParams();
  const headers = {};
  for (const { parameter, input } of fields) {
    const { name } = parameter;
    if (parameter.in === "path") path = path.replace(`{${name}}`, encodeURIComponent(input.value));
    else if (input.value && parameter.in === "query") query.set(name, input.value);
    else if (input.value && parameter.in === "header") headers[name] = input.value;
  }
  const token = document.getElementById("token").value.trim();
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  const address = query.size ? `${path}?${query}` : path;
  said.hidden = false;
  try {
    const answer = await fetch(address, { method: method.toUpperCase(), headers, body: body?.value });
    said.textContent = `${answer.status}\n${readable(await answer.text())}`;
    said.className = answer.ok ? "" : "bad";
  } catch (error) {
    said.textContent = `No answer: ${error.message}`;
    said.className = "bad";
  }
}

function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

// An example of what a schema describes: its own, else one made of its parts.
function example(schema, depth = 0) {
  if (schema.$ref) schema = schema.$ref.slice(2).split("/").reduce((at, name) => at[name], described);
  if (schema.examples?.length) return schema.examples[0];
  if ("default" in schema) return schema.default;
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => one.type !== "null");
  if (choice) return example(choice, depth);
  if (depth > 5) return null;
  if (schema.type === "array") return [example(schema.items ?? {}, depth + 1)];
  if (schema.type === "object") {
    const needed = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(needed.map(([name, one]) => [name, example(one, depth + 1)]));
  }
  return { string: "", integer: 1, number: 1, boolean: true }[schema.type] ?? null;
}

function labelled(text, field) {
  const label = element("label", text);
  label.append(field);
  return label;
}

function element(name, text = "", kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}
