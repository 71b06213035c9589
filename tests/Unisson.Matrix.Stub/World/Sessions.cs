using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.World;

/// <summary>Access and refresh tokens (client-server API, "Client authentication", legacy API).</summary>
internal sealed class Sessions(TimeProvider time, TimeSpan? lifetime)
{
    private readonly List<Session> _sessions = [];
    private readonly Dictionary<string, bool> _revoked = [];
    private readonly Dictionary<string, StubPerson> _loginTokens = [];

    /// <summary>A login: what the device had before ends.</summary>
    public Session Open(StubPerson person, string? deviceId, bool refreshable)
    {
        var device = new Device(person, deviceId ?? WorldState.Random(10).ToUpperInvariant());
        _sessions.RemoveAll(s => s.Device == device);
        return Add(device, refreshable && lifetime is not null, before: null);
    }

    /// <exception cref="MatrixError">401 M_UNKNOWN_TOKEN, or 403 once what it was exchanged for has been used.</exception>
    public Session Refresh(string refreshToken)
    {
        var before = _sessions.Find(s => s.Refresh == refreshToken) ?? throw MatrixError.UnknownToken(soft: false);
        if (before.Refreshed)
        {
            throw MatrixError.Forbidden("refresh token isn't valid anymore");
        }

        Used(before);
        return Add(before.Device, refreshable: true, before);
    }

    /// <exception cref="MatrixError">401 M_UNKNOWN_TOKEN, as a soft logout if it expired.</exception>
    public Session Use(string access)
    {
        if (_sessions.Find(s => s.Access == access) is not { } session)
        {
            throw MatrixError.UnknownToken(_revoked.GetValueOrDefault(access));
        }

        if (session.Expires <= time.GetUtcNow())
        {
            throw MatrixError.UnknownToken(soft: true);
        }

        Used(session);
        return session;
    }

    /// <summary>For a request that waits: its token may end meanwhile by a refresh, but not by being revoked.</summary>
    /// <exception cref="MatrixError">401 M_UNKNOWN_TOKEN.</exception>
    public void NotRevoked(string access)
    {
        if (_revoked.TryGetValue(access, out var soft))
        {
            throw MatrixError.UnknownToken(soft);
        }
    }

    /// <summary>All tokens of a person are worth nothing any more.</summary>
    public void Revoke(StubPerson person, bool soft)
    {
        foreach (var session in _sessions.Where(s => s.Device.Person == person).ToList())
        {
            _revoked[session.Access] = soft;
            _sessions.Remove(session);
        }
    }

    /// <summary>For <c>m.login.token</c>; good for one login.</summary>
    public string LoginToken(StubPerson person)
    {
        var token = "stl_" + WorldState.Random(20);
        _loginTokens[token] = person;
        return token;
    }

    public StubPerson? Redeem(string loginToken) => _loginTokens.Remove(loginToken, out var person) ? person : null;

    /// <summary>Synapse lets the access token before it live until it expires.</summary>
    private static void Used(Session session) => session.Before?.Refreshed = true;

    private Session Add(Device device, bool refreshable, Session? before)
    {
        var session = new Session(device, "syt_" + WorldState.Random(24))
        {
            Refresh = refreshable ? "syr_" + WorldState.Random(24) : null,
            Expires = refreshable ? time.GetUtcNow() + lifetime : null,
            Before = before,
        };
        _sessions.Add(session);
        return session;
    }
}
