import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Element = Tree.Element;

/** One field of a form as a browser would send it. */
export interface FormField {
  readonly name: string;
  readonly value: string;
  /** Somebody may type anything into it. */
  readonly free: boolean;
}

export interface PageForm {
  readonly method: 'get' | 'post';
  /** Its own address, and those of buttons that send it elsewhere. */
  readonly actions: readonly string[];
  readonly fields: readonly FormField[];
}

const FREE = ['text', 'search', 'email', 'tel', 'url', 'password', ''];

/** The forms of a page, with everything that is filled in already. */
export function formsOf(page: string, path: string): readonly PageForm[] {
  const all = elementsOf(page);
  return all
    .filter(({ tagName }) => tagName === 'form')
    .map((form) => {
      const inside = (one: Element) => attribute(one, 'form') === (attribute(form, 'id') ?? '-') || isWithin(one, form);
      const controls = all.filter(
        (one) => ['input', 'textarea', 'select', 'button'].includes(one.tagName) && inside(one),
      );
      return {
        method: attribute(form, 'method')?.toLowerCase() === 'post' ? ('post' as const) : ('get' as const),
        actions: [
          ...new Set(
            [attribute(form, 'action') ?? path, ...controls.map((one) => attribute(one, 'formaction'))].filter(
              (one) => one !== undefined,
            ),
          ),
        ],
        fields: controls.flatMap(fieldOf),
      };
    });
}

function fieldOf(control: Element): readonly FormField[] {
  const name = attribute(control, 'name');
  if (!name) return [];
  const type = attribute(control, 'type') ?? '';
  const value = attribute(control, 'value') ?? '';
  switch (control.tagName) {
    case 'textarea':
      return [{ name, value: textOf(control), free: true }];
    case 'select': {
      const options = elementsBelow(control).filter(({ tagName }) => tagName === 'option');
      const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
      return [{ name, value: (chosen && attribute(chosen, 'value')) ?? '', free: false }];
    }
    case 'button':
      return [{ name, value, free: false }];
    default:
      if (type === 'checkbox' || type === 'radio') {
        return attribute(control, 'checked') === undefined ? [] : [{ name, value: value || 'on', free: false }];
      }
      return [{ name, value, free: FREE.includes(type) }];
  }
}

/** What in a page would run as a script, or lead to one: nothing, where text stays text. */
export function whatRuns(page: string): readonly string[] {
  return elementsOf(page).flatMap((element) => {
    const faults = element.attrs
      .filter(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data:text\/html|vbscript):/i.test(value))
      .map(({ name, value }) => `${element.tagName} ${name}="${value}"`);
    const isStrange = ['script', 'style', 'iframe', 'object', 'embed', 'base'].includes(element.tagName);
    return isStrange && !/^\/assets\//.test(attribute(element, 'src') ?? '') ? [...faults, element.tagName] : faults;
  });
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function elementsOf(page: string): readonly Element[] {
  return elementsBelow(parse(page));
}

function elementsBelow(node: Tree.ParentNode): readonly Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const inside = child.tagName === 'template' && 'content' in child ? elementsBelow(child.content) : [];
    return [child, ...inside, ...elementsBelow(child)];
  });
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function isWithin(element: Element, form: Element): boolean {
  for (let up: Tree.ParentNode | null = element.parentNode; up; up = 'parentNode' in up ? up.parentNode : null) {
    if (up === form) return true;
  }
  return false;
}
