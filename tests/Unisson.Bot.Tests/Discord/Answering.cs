using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>What people do with what the bot wrote to them, each message once.</summary>
internal sealed class Answering(Village village, IReadOnlyList<Member> members)
{
    private static readonly string[] Answers = ["call-yes", "call-no", "call-later", "call-reserve", "nothing"];

    private readonly HashSet<string> _answered = [];

    /// <summary>To what they were asked: yes, and a line in the ledger; no; later; only if nobody else can; nothing. Who keeps the method vouches.</summary>
    public async Task ReactAsync(int i)
    {
        var user = members[i].User;
        foreach (var message in user.Dms.Where(m => m.Author.IsBot && m.Buttons.Count > 0 && !_answered.Contains(m.Id)))
        {
            string? wanted = Has(message, "call-yes") && !members[i].IsRung(message) ? "call-no" : Has(message, "call-yes") ? Answers[(i + (int)(ulong.Parse(message.Id, null) % 3)) % Answers.Length] : Has(message, "availability-resume") ? "availability-resume" : null;
            if (wanted is null || !_answered.Add(message.Id))
            {
                continue;
            }

            if (message.Buttons.FirstOrDefault(b => b.CustomId!.Contains(wanted, StringComparison.Ordinal)) is { } button)
            {
                await DoneAsync(user.Press(message, button.CustomId!));
                if (wanted == "call-yes")
                {
                    await DoneAsync(user.Slash("contribution log", ("common", "coworking"), ("amount", "1h"), ("what", $"Notes of {message.Id}")));
                }
            }
        }

        foreach (var waiting in village.Claire.Dms.Where(m => Has(m, "call-vouch") && _answered.Add(m.Id)))
        {
            await DoneAsync(village.Claire.Press(waiting, waiting.Buttons.First(b => b.CustomId!.Contains("call-vouch", StringComparison.Ordinal)).CustomId!));
        }
    }

    public static bool Has(StubMessage message, string action) => message.Buttons.Any(b => b.CustomId?.Contains(action, StringComparison.Ordinal) == true);

    /// <summary>Ends when the gesture was answered, which must be no failure and no form.</summary>
    public static async Task<Seen> DoneAsync(Task<Seen> gesture)
    {
        var seen = await gesture;
        Assert.True(seen.Kind != SeenKind.Modal && !seen.Text.Contains("E-", StringComparison.Ordinal), seen.ToString());
        return seen;
    }
}
