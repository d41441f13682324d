// The brief of a morning: text for Slack, and the same for Telegram's HTML.
export default defineComponent({
  async run({ steps, $ }) {
    const { text, missing = [] } = steps.get_health_summary.$return_value;
    const gaps = missing.map(({ part }) => part).join(", ");
    const lines = [
      text,
      ...gaps ? [
        `_Not read: ${gaps}_`,
      ] : [],
    ].join("\n");
    $.export("$summary", "The brief is ready");
    return {
      // Slack writes bold with one asterisk.
      slack: lines.replaceAll("**", "*"),
      telegram: lines
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
        .replace(/_(Not read: .+)_/, "<i>$1</i>"),
    };
  },
});
