// @ts-check
import ts from "typescript";
import { Types } from "./types.js";

/**
 * @typedef {import("@typescript-eslint/utils").TSESTree.Node} Node
 * @typedef {import("@typescript-eslint/utils").TSESTree.FunctionLike} FunctionLike
 * @typedef {import("@typescript-eslint/utils").TSESTree.CallExpression} Call
 * @typedef {import("@typescript-eslint/utils").TSESTree.NewExpression} New
 * @typedef {import("@typescript-eslint/utils").ParserServicesWithTypeInformation} Services
 * @typedef {ts.Type | undefined} Expected
 */

/** Expressions whose value is one that stands in them. */
const PASSES_ON = new Set([
  "ChainExpression", "ConditionalExpression", "LogicalExpression", "TSNonNullExpression",
  "TSSatisfiesExpression",
]);

/**
 * @param {Node | undefined} node
 * @returns {FunctionLike | undefined}
 */
function functionAround(node) {
  return !node || node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression"
    || node.type === "FunctionDeclaration"
    ? node
    : functionAround(node.parent);
}

/**
 * The name of a property of an object literal, when it is written down.
 * @param {Node} key
 */
function nameOf(key) {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : "";
}

/**
 * @param {Node} node
 * @param {(Node | null)[]} list
 */
function indexOf(node, list) {
  return String(list.indexOf(node));
}

/** What the places of a file expect of the values that stand there. */
export class Places {
  /** @param {Services} services */
  constructor({ program, esTreeNodeToTSNodeMap }) {
    this.checker = program.getTypeChecker();
    this.types = new Types(this.checker);
    this.nodes = esTreeNodeToTSNodeMap;
  }

  /** @param {Node} node */
  typeOf(node) {
    return this.checker.getTypeAtLocation(this.nodes.get(node));
  }

  /**
   * The type that a place asks of the value in it, as it is declared: a type parameter stays
   * one, since it takes anything. None, where the value keeps the type that it has.
   * @param {Node} node
   * @returns {Expected}
   */
  expectedOf(node) {
    const { parent } = node;
    if (!parent) return undefined;
    if (PASSES_ON.has(parent.type)) return this.expectedOf(parent);
    switch (parent.type) {
      case "Property":
        return parent.value === node && parent.parent.type === "ObjectExpression"
          ? this.#ofPart(this.expectedOf(parent.parent), nameOf(parent.key))
          : undefined;
      case "ArrayExpression":
        return this.#ofPart(this.expectedOf(parent), indexOf(node, parent.elements));
      case "SpreadElement":
        return this.#ofSpread(node, parent.parent);
      case "CallExpression":
      case "NewExpression":
        return this.#ofArgument(node, parent);
      case "VariableDeclarator":
        return parent.init === node && parent.id.typeAnnotation
          ? this.typeOf(parent.id)
          : undefined;
      case "AssignmentExpression":
        return parent.right === node ? this.typeOf(parent.left) : undefined;
      case "TSAsExpression":
      case "TSTypeAssertion":
        return parent.expression === node ? this.typeOf(parent) : undefined;
      case "ReturnStatement":
        return this.#ofReturn(functionAround(parent));
      case "ArrowFunctionExpression":
        return parent.body === node ? this.#ofReturn(parent) : undefined;
      default:
        return undefined;
    }
  }

  /**
   * What a part of a literal is asked to be, given what the whole is.
   * @param {Expected} whole
   * @param {string} name
   */
  #ofPart(whole, name) {
    return whole && (this.types.partOf(whole, name) ?? this.checker.getUnknownType());
  }

  /**
   * A copy of a whole component holds props that nobody has read.
   * @param {Node} node
   * @param {Node} around
   */
  #ofSpread(node, around) {
    const isLiteral = around.type === "ObjectExpression" || around.type === "ArrayExpression";
    return isLiteral && node.type !== "ThisExpression"
      ? this.expectedOf(around)
      : this.checker.getUnknownType();
  }

  /**
   * @param {Node} node
   * @param {Call | New} call
   * @returns {Expected}
   */
  #ofArgument(node, call) {
    const index = call.arguments.findIndex((argument) => argument === node);
    const signature = this.checker.getResolvedSignature(this.nodes.get(call));
    const parameter = signature?.parameters[index] ?? signature?.parameters.at(-1);
    if (index < 0 || !signature || !parameter) return undefined;
    const declaration = parameter.valueDeclaration;
    const bound = this.checker.getTypeOfSymbol(parameter);
    if (!declaration || !ts.isParameter(declaration)) return bound;
    const declared = this.checker.getTypeAtLocation(declaration);
    if (!declaration.dotDotDotToken) return declared;
    const rest = declared.isTypeParameter() ? bound : declared;
    return this.#ofPart(rest, String(index - signature.parameters.length + 1));
  }

  /**
   * @param {FunctionLike | undefined} fn
   * @returns {Expected}
   */
  #ofReturn(fn) {
    const declared = fn && (this.#declaredReturn(fn) ?? this.#inferredReturn(fn));
    return declared && fn.async ? this.checker.getAwaitedType(declared) : declared;
  }

  /** @param {FunctionLike} fn */
  #declaredReturn(fn) {
    return fn.returnType
      ? this.typeOf(fn.returnType.typeAnnotation)
      : this.#returnOf(this.expectedOf(fn));
  }

  /**
   * Where the function stands for a type parameter, the compiler knows what was inferred.
   * @param {FunctionLike} fn
   */
  #inferredReturn(fn) {
    const node = this.nodes.get(fn);
    return ts.isExpression(node)
      ? this.#returnOf(this.checker.getContextualType(node))
      : undefined;
  }

  /**
   * The strictest that is asked of what a function gives: one constraint of several may be the
   * function's own type.
   * @param {Expected} type
   * @returns {Expected}
   */
  #returnOf(type) {
    const signatures = type?.getNonNullableType().getCallSignatures() ?? [];
    const returns = signatures.map((signature) => signature.getReturnType());
    return returns.find((found) => !this.types.holdsGiven(found)) ?? returns[0];
  }
}
