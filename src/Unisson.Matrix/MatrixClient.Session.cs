using System.Net;
using Unisson.Matrix.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>Who the client is.</summary>
public sealed partial class MatrixClient
{
    private const string ByPassword = "m.login.password";

    private static readonly Route VersionsRoute = new(HttpMethod.Get, "/versions", Open: true);
    private static readonly Route FlowsRoute = new(HttpMethod.Get, "/v3/login", Open: true);
    private static readonly Route LoginRoute = new(HttpMethod.Post, "/v3/login", Open: true);
    private static readonly Route RefreshRoute = new(HttpMethod.Post, "/v3/refresh", Open: true);

    /// <summary>The session that calls are made in; null before <see cref="SignInAsync"/>.</summary>
    public Session? Session { get; private set; }

    /// <summary>Called with each new session, before it is used: to be kept, so that a restart comes back as the same device.</summary>
    public Func<Session, CancellationToken, Task>? SessionChanged { get; set; }

    public async Task<Versions> GetVersionsAsync(CancellationToken ct)
    {
        using var answer = await _sender.SendAsync(new MatrixCall(VersionsRoute, "/_matrix/client/versions"), ct);
        var root = answer.Root(VersionsRoute);
        var features = root.Part("unstable_features");
        return new([.. root.Texts("versions")], features.Members().Select(f => f.Key).Distinct(StringComparer.Ordinal).ToDictionary(f => f, f => features.Truth(f) == true, StringComparer.Ordinal));
    }

    /// <summary>
    /// Comes back in the session that was kept, else in the one of the token in the options, else logs in by password, on the device that was
    /// kept where there is one.
    /// </summary>
    /// <exception cref="MatrixUnauthorizedException">Neither session nor password were accepted.</exception>
    public async Task<Session> SignInAsync(Session? kept, CancellationToken ct)
    {
        if (_options.AccessToken is { Length: > 0 } token && token.All(CanBeSent) && (kept is null || kept.RefreshToken is null))
        {
            // The token may have been changed in the settings since.
            Use(new Session { UserId = "", AccessToken = token });
            var me = await WhoAmIAsync(ct);
            if (Session!.AccessToken != token)
            {
                return Session; // It was dead, and a login took its place.
            }

            return await ChangeAsync(new Session { UserId = me.UserId, DeviceId = me.DeviceId, AccessToken = token }, ct);
        }

        if (kept is not null)
        {
            Use(kept);
            await WhoAmIAsync(ct);
            return Session!;
        }

        return await LoginAsync(null, ct) ?? throw new MatrixUnauthorizedException(MatrixErrors.UnknownToken, LoginRoute.Name);
    }

    public Task<WhoAmI> WhoAmIAsync(CancellationToken ct) => AskAsync(Get("/v3/account/whoami", $"{Client}/account/whoami"), MatrixJson.Default.WhoAmI, ct);

    /// <summary>Whether the homeserver takes passwords; one with the OAuth 2.0 API may not.</summary>
    public async Task<bool> TakesPasswordsAsync(CancellationToken ct)
        => (await AskAsync(new MatrixCall(FlowsRoute, $"{Client}/login"), MatrixJson.Default.LoginFlows, ct)).Flows?.Any(f => f.Type == ByPassword) == true;

    /// <summary>What a header may hold; a token with anything else in it was not copied whole, and is as good as dead.</summary>
    private static bool CanBeSent(char sign) => sign is > ' ' and <= '~';

    private void Use(Session session) => (Session, _sender.Token) = (session, session.AccessToken);

    private async Task<Session> ChangeAsync(Session session, CancellationToken ct)
    {
        if (SessionChanged is { } changed)
        {
            await changed(session, ct);
        }

        Use(session);
        return session;
    }

    /// <summary>Null where no password is at hand, or none is taken.</summary>
    private async Task<Session?> LoginAsync(string? device, CancellationToken ct)
    {
        if (_options is not { User: { } user, Password: { } password } || !await TakesPasswordsAsync(ct))
        {
            return null;
        }

        var request = new LoginRequest(ByPassword, new LoginIdentifier("m.id.user", user), password, device, device is null ? _options.DeviceName : null, RefreshToken: true);
        try
        {
            return await ChangeAsync(await AskAsync(new MatrixCall(LoginRoute, $"{Client}/login") { Repeatable = device is not null }.With(request, MatrixJson.Writing.LoginRequest), MatrixJson.Default.Session, ct), ct);
        }
        catch (MatrixException error) when (error.Code is MatrixErrors.Forbidden or MatrixErrors.UserDeactivated)
        {
            return null;
        }
    }

    /// <summary>A token that was refused: refreshed, else the same device logs in again, which a hard logout forgot and a soft one did not.</summary>
    private async Task<bool> RenewAsync(string refused, bool soft, CancellationToken ct)
    {
        await _renewing.WaitAsync(ct);
        try
        {
            return _sender.Token != refused || await RefreshAsync(ct) || await LoginAsync(soft ? Session!.DeviceId : null, ct) is not null;
        }
        finally
        {
            _renewing.Release();
        }
    }

    private async Task<bool> RefreshAsync(CancellationToken ct)
    {
        if (Session is not { RefreshToken: { } refresh } old)
        {
            return false;
        }

        try
        {
            var call = new MatrixCall(RefreshRoute, $"{Client}/refresh").With(new RefreshRequest(refresh), MatrixJson.Writing.RefreshRequest);
            var given = await AskAsync(call, MatrixJson.Default.RefreshAnswer, ct);
            await ChangeAsync(new Session { UserId = old.UserId, DeviceId = old.DeviceId, AccessToken = given.AccessToken, RefreshToken = given.RefreshToken ?? refresh, ExpiresInMs = given.ExpiresInMs }, ct);
            return true;
        }
        catch (MatrixException error) when ((error.Status == HttpStatusCode.Unauthorized && MatrixSender.EndsSession(error.Code)) || error.Code is MatrixErrors.Forbidden or MatrixErrors.Unrecognized)
        {
            return false;
        }
    }
}
