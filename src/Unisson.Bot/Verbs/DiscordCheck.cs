using System.Globalization;
using Unisson.Bot.Discord.Registration;
using Unisson.Bot.Settings;
using Unisson.Discord;

namespace Unisson.Bot.Verbs;

/// <summary>Asks Discord whose token this is, and looks at its clock on the way. Nothing is sent but this one question.</summary>
internal sealed class DiscordCheck(DiscordSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    private TimeSpan? _behind;

    /// <returns>What was found, each with 0 or the exit code that it is worth.</returns>
    public async Task<IReadOnlyList<(string What, int ExitCode)>> RunAsync(CancellationToken ct)
    {
        using var rest = new DiscordRest(settings.ForWire(Heard));
        try
        {
            var application = await rest.GetApplicationAsync(ct);
            return
            [
                ($"Discord knows the token: it is that of “{application.Name}”", 0),
                ($"somebody who manages a server invites the bot with {InstallLink.Of(application.Id)}", 0),
                .. Clock(),
            ];
        }
        catch (DiscordUnauthorizedException)
        {
            return [("Discord refuses the token: it was reset, or is not a bot's. Take a new one (Developer Portal, your application, Bot, Reset Token) and put it into Discord:Token or the file of Discord:TokenFile", ExitCodes.BadSettings)];
        }
        catch (DiscordException error) when ((int)error.Status == 0)
        {
            return [($"Discord gives no answer at {settings.ApiBaseUrl.Host}: look at this machine's network and name resolution, and at Discord:ApiBaseUrl if you changed it; the program connects directly, not by a proxy", ExitCodes.Unreachable)];
        }
        catch (DiscordException error)
        {
            return [(string.Create(CultureInfo.InvariantCulture, $"Discord answers {(int)error.Status} at {settings.ApiBaseUrl.Host}: try again later; if it stays so, look at Discord:ApiBaseUrl"), ExitCodes.Unreachable)];
        }
    }

    private void Heard(SentRequest sent) => _behind = sent.Date - time.GetUtcNow();

    private IEnumerable<(string What, int ExitCode)> Clock()
    {
        if (_behind?.Duration() > Tolerance)
        {
            var seconds = Math.Round(_behind.Value.Duration().TotalSeconds);
            var side = _behind.Value > TimeSpan.Zero ? "behind" : "ahead of";
            yield return (string.Create(CultureInfo.InvariantCulture, $"this machine's clock is {seconds} s {side} Discord's: set it (NTP), reminders and calls go by it"), ExitCodes.BadSettings);
        }
    }
}
