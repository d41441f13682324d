// The brief of a morning: text for Slack, and the same for Telegram's HTML.
export default defineComponent({
  async run({ steps, $ }) {
    const { text, sentence } = steps.trigger.event;
    $.export("$summary", sentence);
    return {
      // Slack writes bold with one asterisk.
      slack: text.replaceAll("**", "*"),
      telegram: text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>"),
    };
  },
});
