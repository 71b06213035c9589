using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Bot.Settings;
using Unisson.Matrix;

namespace Unisson.Bot.Verbs;

/// <summary>Asks the homeserver whose token this is, or whether it takes passwords. Nothing is changed: no login, no room, no message.</summary>
internal sealed class MatrixCheck(MatrixSettings settings, TimeProvider time)
{
    /// <returns>What was found, each with 0 or the exit code that it is worth.</returns>
    public async Task<IReadOnlyList<(string What, int ExitCode)>> RunAsync(CancellationToken ct)
    {
        try
        {
            var options = await settings.ForWireAsync(ct);
            using var client = new MatrixClient(options, NullLogger<MatrixClient>.Instance, time);
            return settings.AccessToken is null ? await PasswordAsync(client, options.Homeserver, ct) : await TokenAsync(client, ct);
        }
        catch (MatrixUnauthorizedException)
        {
            return [("the homeserver refuses the token: its session was ended, or it was not copied whole. Log in anew and put the new token into Matrix:AccessToken or the file of Matrix:AccessTokenFile", ExitCodes.BadSettings)];
        }
        catch (MatrixException error) when ((int)error.Status == 0)
        {
            return [($"Matrix gives no answer: {error.Message} Look at Matrix:Homeserver and at this machine's network and name resolution", ExitCodes.Unreachable)];
        }
        catch (MatrixException error)
        {
            return [(string.Create(CultureInfo.InvariantCulture, $"the homeserver answers {(int)error.Status}: try again later; if it stays so, look at Matrix:Homeserver"), ExitCodes.Unreachable)];
        }
    }

    private static async Task<IReadOnlyList<(string What, int ExitCode)>> TokenAsync(MatrixClient client, CancellationToken ct)
    {
        var me = (await client.SignInAsync(null, ct)).UserId;
        return
        [
            ($"the homeserver knows the token: it is that of {me}", 0),
            ($"somebody invites {me} into a room to begin, and people who want to speak with it alone follow https://matrix.to/#/{me}", 0),
        ];
    }

    private async Task<IReadOnlyList<(string What, int ExitCode)>> PasswordAsync(MatrixClient client, Uri homeserver, CancellationToken ct) => await client.TakesPasswordsAsync(ct)
        ? [($"the homeserver {homeserver.Host} takes passwords; that of {settings.User} is tried at the start", 0)]
        : [($"the homeserver {homeserver.Host} takes no passwords: give a token instead, in Matrix:AccessToken or the file of Matrix:AccessTokenFile", ExitCodes.BadSettings)];
}
