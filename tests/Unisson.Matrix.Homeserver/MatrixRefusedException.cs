using System.Net;

namespace Unisson.Matrix.Homeservers;

/// <summary>The homeserver refused (Client-Server API, "Standard error response").</summary>
public sealed class MatrixRefusedException(HttpStatusCode status, string? errcode, string body) : Exception($"{(int)status}: {body}")
{
    public HttpStatusCode Status => status;

    /// <summary>As <c>M_FORBIDDEN</c>; null when the answer was no error of Matrix.</summary>
    public string? Errcode => errcode;
}
