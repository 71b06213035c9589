using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>The bearer token of a request. Tokens in the query, which Matrix 1.11 deprecated, are refused: they end up in logs.</summary>
internal static class Authorisation
{
    private const string Scheme = "Bearer ";

    /// <exception cref="MatrixError">401.</exception>
    public static Session Check(RestCall call)
    {
        if (call.Query("access_token") is not null)
        {
            call.Breaks("token.query", "the access token is in the query");
            throw MatrixError.MissingToken;
        }

        var header = call.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.Ordinal) ? call.World.Sessions.Use(header[Scheme.Length..]) : throw MatrixError.MissingToken;
    }
}
