// @ts-check
import { ESLintUtils } from "@typescript-eslint/utils";
import { Places } from "./places.js";
import { isGiven } from "./types.js";

/**
 * @typedef {import("@typescript-eslint/utils").TSESTree.Node} Node
 * @typedef {"value" | "holder" | "declared"} Message
 * @typedef {import("@typescript-eslint/utils").TSESLint.RuleModule<Message>} Rule
 */

/** Where code looks at a value itself, whatever its type: by node, the fields it stands in. */
const LOOKS = new Map(Object.entries({
  AssignmentPattern: ["left"],
  BinaryExpression: ["left", "right"],
  ConditionalExpression: ["test"],
  DoWhileStatement: ["test"],
  ForInStatement: ["right"],
  ForStatement: ["test"],
  IfStatement: ["test"],
  LogicalExpression: ["left"],
  MemberExpression: ["object"],
  SpreadElement: ["argument"],
  SwitchCase: ["test"],
  SwitchStatement: ["discriminant"],
  TemplateLiteral: ["expressions"],
  ThrowStatement: ["argument"],
  UnaryExpression: ["argument"],
  WhileStatement: ["test"],
  YieldExpression: ["argument"],
}));

/** @param {Node} node */
function isLookedAt(node) {
  const fields = LOOKS.get(node.parent?.type ?? "");
  return Object.entries(node.parent ?? {}).some(([field, held]) =>
    fields?.includes(field) && [held].flat().includes(node));
}

/**
 * The ESLint rule that what a user gave is read before it is used. An expression of a workflow
 * puts anything into a prop, and a reader of common/ checks it. The compiler refuses most
 * unread values, since `Given<…>` has no members; this rule reports the uses that take a value
 * of any type.
 * @type {Rule}
 */
export const givenIsRead = {
  defaultOptions: [],
  meta: {
    type: "problem",
    docs: { description: "Require that the value of a prop is read before it is used" },
    messages: {
      value: "{{text}} was not read: a workflow's expression may put anything there. Open it with a reader of common/ (input, dates, units).",
      holder: "{{text}} holds props that were not read: a workflow's expression may put anything there. Open each with a reader of common/ (input, dates, units).",
      declared: "{{text}} takes props as read: declare each as Given<…>, and open it with a reader of common/ (input, dates, units).",
    },
    schema: [],
  },
  create(context) {
    const places = new Places(ESLintUtils.getParserServices(context));
    const { checker, types } = places;

    /** @param {Node} node */
    function check(node) {
      const type = places.typeOf(node);
      if (!types.holdsGiven(type)) return;
      const isValue = isGiven(type);
      const target = isValue && isLookedAt(node)
        ? checker.getUnknownType()
        : places.expectedOf(node);
      if (!target || types.takesAsGiven(type, target)) return;
      const text = context.sourceCode.getText(node);
      context.report({ node, messageId: isValue ? "value" : "holder", data: { text } });
    }

    /**
     * What a propDefinition's function takes is as it was given, whatever it declares.
     * @param {Node} node
     */
    function checkDeclared(node) {
      if (types.isAllGiven(places.typeOf(node))) return;
      const text = context.sourceCode.getText(node);
      context.report({ node, messageId: "declared", data: { text } });
    }

    return {
      "Property[key.name='propDefinition'] > ArrayExpression > :function > .params": checkDeclared,
      "AwaitExpression": check,
      "CallExpression": check,
      "Identifier": check,
      "MemberExpression": check,
      "ThisExpression": check,
    };
  },
};
