/**
 * Vite plugin: two packages compile text as code, which the content security policy forbids.
 *
 * essentia.js was built by an Emscripten that writes its glue functions as text when it starts. Here each becomes a closure
 * that does the same, as later versions of Emscripten have them (`-sDYNAMIC_EXECUTION=0`). zod tries whether it may, for
 * each page and worker a report of the policy; its own switch (`jitless`) has to be set before the first schema is made.
 */

const ESSENTIA = /essentia\.js[\\/]dist[\\/]essentia-wasm\.es\.js(?:\?|$)/;
const ZOD = /zod[\\/]v4[\\/]core[\\/]core\.js(?:\?|$)/;

/** What compiles text, and what stands in its place; the names are those of the functions around it. */
const REPLACEMENTS = [
  {
    // createNamedFunction(name, body)
    text: String.raw`return new Function("body","return function "+name+"() {\n"+'    "use strict";'+"    return body.apply(this, arguments);\n"+"};\n")(body)`,
    closure: `return Object.defineProperty(function () { return body.apply(this, arguments); }, 'name', { value: name })`,
  },
  {
    // makeDynCaller(dynCall)
    text: 'return new Function("dynCall","rawFunction",body)(dynCall,rawFunction)',
    closure: 'return (...given) => dynCall(rawFunction, ...given)',
  },
  {
    // craftInvokerFunction(humanName, argTypes, classType, cppInvokerFunc, cppTargetFunc)
    text: 'var invokerFunction=new_(Function,args1).apply(null,args2);return invokerFunction',
    closure: `return function (...given) {
      if (given.length !== argCount - 2) {
        throwBindingError('function ' + humanName + ' called with ' + given.length + ' arguments, expected ' + (argCount - 2) + ' args!');
      }
      const destructors = needsDestructorStack ? [] : null;
      const wired = isClassMethodFunc ? [argTypes[1].toWireType(destructors, this)] : [];
      given.forEach((value, n) => wired.push(argTypes[n + 2].toWireType(destructors, value)));
      const result = cppInvokerFunc(cppTargetFunc, ...wired);
      if (needsDestructorStack) runDestructors(destructors);
      else argTypes.slice(isClassMethodFunc ? 1 : 2).forEach((type, n) => type.destructorFunction?.(wired[n]));
      return returns ? argTypes[0].fromWireType(result) : undefined;
    }`,
  },
  {
    // __emval_get_method_caller(argCount, argTypes)
    text: 'var invokerFunction=new_(Function,params).apply(null,args);return __emval_addMethodCaller(invokerFunction)',
    closure: `return __emval_addMethodCaller((handle, name, destructors, pointer) => {
      const given = types.slice(1).map((type) => {
        const value = type.readValueFromPointer(pointer);
        pointer += type.argPackAdvance;
        return value;
      });
      const result = handle[name](...given);
      given.forEach((value, n) => types[n + 1].deleteObject?.(value));
      return retType.isVoid ? undefined : retType.toWireType(destructors, result);
    })`,
  },
  {
    // craftEmvalAllocator(argCount)
    text: 'return new Function("requireRegisteredType","Module","__emval_register",functionBody)(requireRegisteredType,Module,__emval_register)',
    closure: `return (constructor, typePointers, pointer) => {
      const given = Array.from({ length: argCount }, (_, n) => {
        const type = requireRegisteredType(HEAP32[(typePointers >>> 2) + n], 'parameter ' + n);
        const value = type.readValueFromPointer(pointer);
        pointer += type.argPackAdvance;
        return value;
      });
      return __emval_register(new constructor(...given));
    }`,
  },
];

/** @returns {import('vite').Plugin} */
export function withoutEval() {
  return {
    name: 'without-eval',
    enforce: 'pre',
    transform(code, id) {
      if (ESSENTIA.test(id)) return { code: essentiaWithoutEval(code), map: null };
      return ZOD.test(id) ? { code: `${code}\nglobalConfig.jitless = true;\n`, map: null } : null;
    },
  };
}

/** @param {string} code @throws Error where another version of essentia.js has other code. */
function essentiaWithoutEval(code) {
  const result = REPLACEMENTS.reduce((text, replacement) => {
    const [before, after, ...more] = text.split(replacement.text);
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`essentia.js no longer has this code once: ${replacement.text}`);
    }
    return before + replacement.closure + after;
  }, code);
  if (/\bnew Function\b|new_\(Function/.test(result))
    throw new Error('essentia.js compiles text where it did not before.');
  return result;
}
